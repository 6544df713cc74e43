UPDATE reports SET made_with = :made_with, silent = :silent WHERE number = :number
