"""An AWS to develop and test against: moto, with the operations it lacks added in process."""
