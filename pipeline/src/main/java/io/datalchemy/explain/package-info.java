/** Why does a cell hold what it holds? */
package io.datalchemy.explain;
