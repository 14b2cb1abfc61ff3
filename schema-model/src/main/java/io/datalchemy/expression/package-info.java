/** What does a CHECK say, and is it true of a row? */
package io.datalchemy.expression;
