/** Stands in for Jackson, so that a user's module can open its packages to it. */
module tools.jackson.databind {}
