"""The user's world as frozen values and pure rules; standard library only."""
