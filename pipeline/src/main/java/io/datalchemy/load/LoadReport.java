package io.datalchemy.load;

/** What a load put into the database: {@code sequences} is how many were moved past the rows. */
public record LoadReport(int tables, long rows, int sequences) {}
