/** So many numbers are put in order faster by hand than by a call out of the language. */
const FEW = 24;

/**
 * Puts the first numbers of some in order, in place, and gives them.
 *
 * @param size how many
 * @param least none of them is smaller
 * @param most none of them is greater
 */
export function sortedCodes(numbers: Int32Array, size: number, least: number, most: number): Int32Array {
  const some = numbers.subarray(0, size);
  if (size <= FEW) return inserted(some);
  // Of codes there are few, and many boxes end at the same.
  return most - least < size ? counted(some, least, most) : some.sort();
}

function inserted(numbers: Int32Array): Int32Array {
  for (let n = 1; n < numbers.length; n++) {
    const one = numbers[n] ?? 0;
    let place = n;
    for (; place > 0 && (numbers[place - 1] ?? 0) > one; place--) numbers[place] = numbers[place - 1] ?? 0;
    numbers[place] = one;
  }
  return numbers;
}

function counted(numbers: Int32Array, least: number, most: number): Int32Array {
  const counts = new Int32Array(most - least + 1);
  for (const one of numbers) counts[one - least] = (counts[one - least] ?? 0) + 1;
  let place = 0;
  counts.forEach((count, code) => {
    numbers.fill(code + least, place, place + count);
    place += count;
  });
  return numbers;
}
