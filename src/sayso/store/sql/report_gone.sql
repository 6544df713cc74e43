DELETE FROM reports WHERE number = :number
