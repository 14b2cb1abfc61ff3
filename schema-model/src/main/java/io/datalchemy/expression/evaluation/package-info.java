/** What is an expression's value in a row, by SQL's three-valued logic? */
package io.datalchemy.expression.evaluation;
