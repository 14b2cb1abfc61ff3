/** In which order can tables be filled, and where must a circle of foreign keys be broken? */
package io.datalchemy.graph;
