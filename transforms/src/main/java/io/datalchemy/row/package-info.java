/** How do the columns of a row come about, in which order? Compiled table programs over blocks. */
package io.datalchemy.row;
