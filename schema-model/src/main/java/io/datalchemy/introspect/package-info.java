/** What does this database hold? Reads the catalogue of a server, never a row of its tables. */
package io.datalchemy.introspect;
