/** What do the {@code faker.*} ids hold? Words of many topics, and the texts made of them. */
package io.datalchemy.generator.faker;
