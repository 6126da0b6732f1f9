// For passes that write no colour.
void main() {}
