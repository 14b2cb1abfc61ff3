/**
 * What does an SQL expression over the columns of a row come to? Values computed by the evaluator.
 */
package io.datalchemy.generator.expression;
