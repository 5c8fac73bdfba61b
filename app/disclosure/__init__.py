"""What left the vault in clear: papers, dumps; who, when, why."""
