-- Another number whenever another connection wrote into the file.
PRAGMA data_version
