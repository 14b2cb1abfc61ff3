/** Which expression does a text that PostgreSQL prints stand for? */
package io.datalchemy.expression.parsing;
