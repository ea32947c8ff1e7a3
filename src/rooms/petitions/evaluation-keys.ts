/**
 * Keys of the made-up world, private halves and all: everybody knows them, so that whoever tries the evaluation mode can
 * open what is sealed there. Production never adds them.
 */
export const EVALUATION_KEYS = [
  {
    secret: 'AGE-SECRET-KEY-18W6H0VKPUSQCQ0E0FQD2UL9N08ZD9L6P3TAK2NQVNL32RQLQ275QVTUWH8',
    recipient: 'age1wr9eqh50r5u6jrtrfssn23nyws65gu2dlnj6l06tmz5eh99pmefsc5h8wx',
  },
  {
    secret: 'AGE-SECRET-KEY-1T56TDTEAQQRRPV96ZADJRY8GRNQ2KX2A22TFSXDFAJ3RFLQ07ERSUHWZDR',
    recipient: 'age1nvgz2pj98fjuns26x2yxg3st4kaqtaurmal9wgklcrp5dp8u0egsrxxv5u',
  },
] as const
