"""The pages: server-rendered, for people; they ask the same questions as everything else."""
