/** How is a database reached, and how does its password stay out of everything that is written? */
package io.datalchemy.connect;
