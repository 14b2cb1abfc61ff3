/** What does a CHECK say? The model of conditions and their parts. */
package io.datalchemy.expression;
