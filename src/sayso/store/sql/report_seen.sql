UPDATE reports SET seen_last = max(seen_last, :seen) WHERE number = :number
