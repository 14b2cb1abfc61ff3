/** Which SQL statements build a database of a given schema, and in which order? */
package io.datalchemy.ddl;
