/** Which bits belong to a cell? Stateless mixing of seed, names and row number. */
package io.datalchemy.random;
