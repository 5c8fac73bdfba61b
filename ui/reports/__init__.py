"""Reports: the steps of a period in numbers, what bodies are asked, how much lies with whom."""
