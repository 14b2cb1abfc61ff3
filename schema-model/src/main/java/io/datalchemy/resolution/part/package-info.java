/** What fills the parts of a value that has parts: elements, fields, ends of a range? */
package io.datalchemy.resolution.part;
