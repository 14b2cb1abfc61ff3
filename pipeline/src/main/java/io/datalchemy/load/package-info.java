/** Does a real PostgreSQL take the generated rows, and how do they get into it? */
package io.datalchemy.load;
