export declare function bundle(entryPoints: string[], outdir: string): Promise<void>
