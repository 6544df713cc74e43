UPDATE reports SET current = :current WHERE number = :number
