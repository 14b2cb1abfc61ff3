/** What does a condition demand of single columns, pairs of columns and their NULLs? */
package io.datalchemy.constraint.reading;
