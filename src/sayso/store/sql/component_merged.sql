UPDATE components SET component = :into WHERE level = :level AND component = :component
