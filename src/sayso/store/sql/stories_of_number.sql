-- Stories with a figure that has a number for a bound.
SELECT story FROM figures WHERE low = :number OR high = :number
