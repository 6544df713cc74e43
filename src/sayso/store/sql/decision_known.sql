SELECT number FROM decisions WHERE id = :id
