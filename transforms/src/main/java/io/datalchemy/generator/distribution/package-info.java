/** How often does each value of a range or a list occur? */
package io.datalchemy.generator.distribution;
