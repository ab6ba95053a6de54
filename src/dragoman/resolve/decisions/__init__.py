"""What people's decisions make of the record: which are in force, which record each means, what it changes. No I/O."""
