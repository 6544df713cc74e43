"""The types in which all stages meet: frozen values, spans in Unicode code points, content-hash ids."""
