/** How does a text become another one of the same form, which only a key leads back from? */
package io.datalchemy.transform.mask;
