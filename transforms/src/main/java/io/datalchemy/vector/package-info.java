/** Where do the values of a block of rows live? Primitive columns, no object per value. */
package io.datalchemy.vector;
