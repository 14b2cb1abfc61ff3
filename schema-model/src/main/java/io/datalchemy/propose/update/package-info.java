/** What becomes of a plan when the schema that it was written for has changed? */
package io.datalchemy.propose.update;
