SELECT max(at) FROM decisions
