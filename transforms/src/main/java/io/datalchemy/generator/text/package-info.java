/** How is a text put together from pieces whose variants are numbered? */
package io.datalchemy.generator.text;
