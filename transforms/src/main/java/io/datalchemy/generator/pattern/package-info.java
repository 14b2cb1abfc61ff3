/** Which texts match a regular expression, how many are there, and which is the n-th? */
package io.datalchemy.generator.pattern;
