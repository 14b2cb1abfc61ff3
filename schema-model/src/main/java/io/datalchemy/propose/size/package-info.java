/** How many rows should each table of a plan get, so that the copy has a believable shape? */
package io.datalchemy.propose.size;
