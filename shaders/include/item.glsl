// One drawn structure: its material and what the picture says about it now. Order as in src/render/tissue_shader.cpp.
uniform vec4 u_item[7];

#define ITEM_COLOUR u_item[0].rgb
#define ITEM_ROUGHNESS u_item[0].a
#define ITEM_TENDON_COLOUR u_item[1].rgb
#define ITEM_SPECULAR u_item[1].a
#define ITEM_TINT u_item[2].rgb
#define ITEM_TINT_STRENGTH u_item[2].a
#define ITEM_FIBRE u_item[3].x
#define ITEM_TRANSLUCENCY u_item[3].y
#define ITEM_GLOW u_item[3].z
#define ITEM_HOVERED u_item[3].w
#define ITEM_OPACITY u_item[4].x
#define ITEM_XRAY u_item[4].y
#define ITEM_PATTERN u_item[4].z
#define ITEM_PATTERN_PITCH u_item[4].w
#define ITEM_PATTERN_ANCHOR u_item[5].xy
#define ITEM_SPOTS u_item[5].z
#define ITEM_WEAVE u_item[5].w
#define ITEM_CUT_FACE u_item[6].x   // CutFace in src/render/tissue_look.hpp
