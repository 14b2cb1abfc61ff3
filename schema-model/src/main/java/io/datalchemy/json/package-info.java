/** How do our documents become JSON, always the same bytes for the same content? */
package io.datalchemy.json;
