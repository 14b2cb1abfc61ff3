/** Which values can a table's columns take together, so that every CHECK holds by construction? */
package io.datalchemy.constraint;
