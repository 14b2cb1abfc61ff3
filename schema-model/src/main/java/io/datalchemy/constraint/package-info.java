/** Which values can the columns of a table take together? The words of question and answer. */
package io.datalchemy.constraint;
