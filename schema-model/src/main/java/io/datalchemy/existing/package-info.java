/** Which tables keep the rows that they have, and what is known of those rows' keys? */
package io.datalchemy.existing;
