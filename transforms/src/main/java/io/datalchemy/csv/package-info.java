/** Which bytes does a row become? The CSV dialect of the output, PostgreSQL's COPY default. */
package io.datalchemy.csv;
