"""What words say, in English and Korean: figures, dates, names, sentences. Knows no file and no seed."""
