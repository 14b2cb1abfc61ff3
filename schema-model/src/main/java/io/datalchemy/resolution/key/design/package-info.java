/** How do several unique keys hold together, where one after the other they cannot? */
package io.datalchemy.resolution.key.design;
