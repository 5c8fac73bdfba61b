"""The clinical compartment: notes of those who look after people's minds, sealed from everybody else."""
