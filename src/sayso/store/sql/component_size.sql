SELECT count(*) FROM components WHERE level = :level AND component = :component
