/** Which types did somebody create, and what are they made of? */
package io.datalchemy.schema.type;
